namespace SpPlus.Silo.Experiences.Facts;

/// <summary>Something that happened to an experience. Facts are what is stored for ever: a shape once written is read for ever.</summary>
internal abstract record Fact;
