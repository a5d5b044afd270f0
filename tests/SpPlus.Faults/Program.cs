using SpPlus.Faults;
using SpPlus.Faults.Hosts;
using SpPlus.Faults.Machine;

return args switch
{
    ["silo", .. var rest] => SiloHost.Run(rest),
    ["redis", var port, var folder] => RedisHost.Run(port, folder),
    _ => await Network.RunInOwn(args) ?? (RunOptions.Parse(args) is { } options ? await FaultRun.Print(options) : RunOptions.Explain()),
};
