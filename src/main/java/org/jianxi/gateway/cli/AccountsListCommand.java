package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jianxi.gateway.accounts.ConsoleAccount;
import org.jianxi.gateway.flow.accounts.AccountDesk;
import org.jianxi.gateway.intake.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi accounts list}: each account with its roles, state, second factor and last sign-in. */
@Command(name = "list", description = "列出账号 · list the accounts")
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AccountsListCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    AccountsListCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var rows = ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(AccountDesk.class).all().stream()
                        .map(AccountsListCommand::row)
                        .toList());
        if (json) {
            new Output(spec.commandLine()).json(Map.of("accounts", rows));
        } else {
            rows.forEach(row -> spec.commandLine()
                    .getOut()
                    .printf(
                            "%-20s %-9s %-30s %s  %s%n",
                            row.get("account"),
                            row.get("state"),
                            row.get("roles"),
                            row.get("lastSignIn"),
                            row.get("display")));
        }
        return ExitCodes.YES;
    }

    private static Map<String, @Nullable Object> row(ConsoleAccount account) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("account", account.name().value());
        row.put("display", account.displayName());
        row.put("state", account.state().wireName());
        row.put(
                "roles",
                account.duties().roles().stream().sorted().map(Role::wireName).toList());
        row.put(
                "areas",
                account.duties().areas().stream().sorted().map(Object::toString).toList());
        row.put("secondFactor", account.hasSecondFactor());
        row.put("lastSignIn", account.lastSignIn().map(Object::toString).orElse("-"));
        return row;
    }
}
