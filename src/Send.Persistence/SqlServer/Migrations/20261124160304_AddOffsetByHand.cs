using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Send.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddOffsetByHand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OffsetByHand",
                table: "Deadlines",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OffsetByHand",
                table: "Deadlines");
        }
    }
}
