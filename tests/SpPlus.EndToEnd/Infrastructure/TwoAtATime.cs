using Xunit;

// Most collections bring a platform and a browser of their own: more of them at once would only wait for one another.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
