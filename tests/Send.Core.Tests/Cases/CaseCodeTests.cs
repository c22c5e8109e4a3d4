using CsCheck;
using Send.Core.Cases;

namespace Send.Core.Tests.Cases;

public sealed class CaseCodeTests
{
    [Fact]
    public void Parse_WhatWasWritten_IsTheSame() =>
        Gen.Select(Gen.OneOf(Gen.Const("IVT"), Gen.Const("LMP"), Gen.Const("CPV")), Gen.Int[2000, 2100], Gen.Int[1, 99999]).Sample((programme, year, number) =>
            Equals(CaseCode.Parse(new CaseCode(programme, year, number).ToString()), new CaseCode(programme, year, number)));

    [Theory]
    [InlineData("IVT-2027-12")]
    [InlineData("ivt-2027-0012")]
    [InlineData("IVT-27-0012")]
    [InlineData("IVT-2027-0000")]
    [InlineData("IVT-2027-0012-1")]
    [InlineData(null)]
    public void Parse_OtherText_IsNull(string? text) => Assert.Null(CaseCode.Parse(text));
}
