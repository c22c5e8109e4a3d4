using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Send.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddDefinitionDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ChangedById",
                table: "WorkflowDefinitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem",
                table: "WorkflowDefinitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "WorkflowDefinitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TakenOverAt",
                table: "WorkflowDefinitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "WarnedById",
                table: "WorkflowDefinitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WarnedRevision",
                table: "WorkflowDefinitions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Audit",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "WorkflowUses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DefinitionVersionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UsedDefinitionId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UsedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkflowUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkflowUses_WorkflowDefinitions_DefinitionVersionId",
                        column: x => x.DefinitionVersionId,
                        principalTable: "WorkflowDefinitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_DefinitionVersionId_Status",
                table: "WorkflowInstances",
                columns: new[] { "DefinitionVersionId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowDefinitions_UsableAsActivity",
                table: "WorkflowDefinitions",
                column: "UsableAsActivity");

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_At_Id",
                table: "Audit",
                columns: new[] { "Subject", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowUses_DefinitionVersionId",
                table: "WorkflowUses",
                column: "DefinitionVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowUses_UsedDefinitionId",
                table: "WorkflowUses",
                column: "UsedDefinitionId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WorkflowUses");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_DefinitionVersionId_Status",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowDefinitions_UsableAsActivity",
                table: "WorkflowDefinitions");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Subject_At_Id",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Problem",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "TakenOverAt",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "WarnedById",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "WarnedRevision",
                table: "WorkflowDefinitions");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Audit");
        }
    }
}
