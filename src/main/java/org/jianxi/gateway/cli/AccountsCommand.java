package org.jianxi.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code jianxi accounts}: the people who sign in to the console; the first administrator is made here. */
@Command(
        name = "accounts",
        description = "人员账号 · the accounts of people who sign in to the console",
        footer = {
            "",
            "例 Example:",
            "  ./jianxi accounts add admin-a --display 系统管理（省厅） --role administrator",
            "  ./jianxi accounts add li-kunming --display 李 --role reporter --area 530100",
            "  ./jianxi accounts list",
            "  ./jianxi accounts reset admin-a"
        })
final class AccountsCommand {

    static CommandLine line(Home home) {
        return new CommandLine(new AccountsCommand())
                .addSubcommand(new AccountsAddCommand(home))
                .addSubcommand(new AccountsListCommand(home))
                .addSubcommand(new AccountsDisableCommand(home))
                .addSubcommand(new AccountsResetCommand(home));
    }
}
