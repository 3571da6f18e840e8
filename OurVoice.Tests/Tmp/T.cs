namespace OurVoice.Tests.Tmp;
public sealed class Ta { [Fact] public async Task hangs_a() => await Task.Delay(60000); [Fact(Skip="no <shared> here")] public void skipped_one() {} }
public sealed class Tb { [Fact] public async Task hangs_b() => await Task.Delay(60000); [Theory] [InlineData(1)] [InlineData(2)] public void fails(int x) { Assert.Equal(1, x);} }
