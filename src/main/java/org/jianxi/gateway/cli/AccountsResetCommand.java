package org.jianxi.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jianxi.gateway.flow.accounts.AccountDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code jianxi accounts reset}: begin an account anew: password and second factor go, a new invitation is shown once. */
@Command(
        name = "reset",
        description = {
            "重置账号，旧密码和第二因素作废，显示一次新邀请码",
            "begin an account anew: password and second factor go, a new invitation is shown once"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class AccountsResetCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "账号名 · the account")
    private String name;

    @Option(names = "--json", description = "一份 JSON · one JSON document")
    private boolean json;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    AccountsResetCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        var answer = new AccountAnswer(new Output(spec.commandLine()), json);
        var account = answer.named(name);
        return answer.of(ClosedHouse.in(home, settings)
                .ask(house -> house.getBean(AccountDesk.class).reset(AccountAnswer.ACTOR, account)));
    }
}
