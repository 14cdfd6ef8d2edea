using Chancery.Training;

return args switch
{
    ["train", var settings, .. var options] => Commands.Train(settings, options),
    ["evaluate", .. var options] => Commands.Evaluate(options),
    _ => Commands.Help(),
};
