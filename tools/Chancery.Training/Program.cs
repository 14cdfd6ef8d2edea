using Chancery.Knowledge;
using Chancery.Training;

try
{
    return Commands.Run(args);
}
catch (Exception error) when (error is IOException or InvalidDataException or KnowledgeException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"training: {error.Message}");
    return 1;
}
