using CsCheck;
using Send.Core.Certificates;

namespace Send.Core.Tests.Certificates;

public sealed class EuropassNumberTests
{
    [Fact]
    public void Of_Case_IsStableAndValid()
    {
        var number = EuropassNumber.Of("IT", "Send", "IVT-2027-0012");

        Assert.Matches("^IT-SEND-IVT-2027-0012-[0-9]{2}$", number);
        Assert.Equal(number, EuropassNumber.Of("IT", "SEND", "IVT-2027-0012"));
        Assert.True(EuropassNumber.IsValid(number));
    }

    [Fact]
    public void IsValid_OneDigitMistyped_IsFalse() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 9], Gen.Int[0, 9]).Sample((n, place, digit) =>
        {
            var number = EuropassNumber.Of("IT", "SEND", $"IVT-2027-{n:0000}");
            var digits = Enumerable.Range(0, number.Length).Where(i => char.IsAsciiDigit(number[i])).ToList();
            var at = digits[place % digits.Count];
            var mistyped = number[..at] + (char)('0' + digit) + number[(at + 1)..];
            return EuropassNumber.IsValid(mistyped) == (mistyped == number);
        });

    [Theory]
    [InlineData("")]
    [InlineData("IT-SEND-IVT-2027-0012")]
    [InlineData("it-send-ivt-2027-0012-67")]
    public void IsValid_OtherText_IsFalse(string text) => Assert.False(EuropassNumber.IsValid(text));

    [Fact]
    public void Of_IssuerWithOtherSigns_IsRefused() => Assert.Throws<ArgumentException>(() => EuropassNumber.Of("IT", "Send & Co", "IVT-2027-0012"));
}
