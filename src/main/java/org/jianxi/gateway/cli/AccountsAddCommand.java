package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jianxi.gateway.accounts.Duties;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.accounts.AccountDesk;
import org.jianxi.gateway.intake.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi accounts add}: a new account that waits for its person; no password is made or sent. */
@Command(name = "add", description = "新增账号，显示一次邀请码 · add an account and show its invitation once")
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AccountsAddCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "账号名 · what it is called; never given to another")
    private String name;

    @Option(names = "--display", required = true, description = "显示名 · what colleagues see")
    private String display;

    @Option(
            names = "--role",
            required = true,
            description = "reporter, officer, approver, filer, administrator, auditor; repeat for several")
    private List<String> roles;

    @Option(names = "--area", description = "填报单位代码，仅 reporter · division code, of reporters; repeat for several")
    private List<Sender> areas;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    AccountsAddCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var answer = new AccountAnswer(new Output(spec.commandLine()), json);
        var account = answer.named(name);
        var duties = duties();
        return answer.of(ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(AccountDesk.class).add(AccountAnswer.ACTOR, account, display, duties)));
    }

    private Duties duties() {
        var asked = roles.stream()
                .map(role -> Role.named(role).orElseThrow(() -> wrong("--role: " + role)))
                .collect(Collectors.toSet());
        var units = areas == null ? Set.<Sender>of() : new HashSet<>(areas);
        Duties.objection(asked, units).ifPresent(why -> {
            throw wrong(why.zh() + " · " + why.en());
        });
        return new Duties(asked, units);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
