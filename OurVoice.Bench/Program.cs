using OurVoice.Bench;

return await Verbs.RunAsync(args, CancellationToken.None);
