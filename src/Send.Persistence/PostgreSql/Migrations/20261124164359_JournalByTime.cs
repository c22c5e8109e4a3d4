using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Send.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class JournalByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_WorkflowJournal_At",
                table: "WorkflowJournal",
                column: "At");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowJournal_At",
                table: "WorkflowJournal");
        }
    }
}
