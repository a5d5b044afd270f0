using SpPlus.Faults;
using SpPlus.Faults.Hosts;

return args switch
{
    ["silo", .. var rest] => SiloHost.Run(rest),
    ["redis", var port, var folder] => RedisHost.Run(port, folder),
    _ when RunOptions.Parse(args) is { } options => await FaultRun.Print(options),
    _ => RunOptions.Explain(),
};
