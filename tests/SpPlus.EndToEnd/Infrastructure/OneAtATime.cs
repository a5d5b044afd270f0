using Xunit;

// Two platforms and their browsers at once would only wait for one another.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
