namespace SpPlus.Silo.Experiences.Facts;

/// <summary>Something that happened to an experience, or to an improvement action. Facts are what is stored for ever: a shape once written is read for ever.</summary>
internal abstract record Fact;
