package org.jianxi.gateway.cli;

import java.util.Map;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.Invitations.Invited;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.accounts.AccountDesk.Ended;
import picocli.CommandLine.ParameterException;

/** What came of an act on an account, at the terminal: an invitation's code stands there once, for the person alone. */
record AccountAnswer(Output output, boolean json) {

    static final String ACTOR = "operator";

    int of(Ended ended) {
        return switch (ended) {
            case Ended.Done done -> ExitCodes.YES;
            case Ended.Refused refused -> {
                output.complaint(refused.reason());
                yield ExitCodes.NO;
            }
            case Ended.Waiting waiting -> {
                invited(waiting.invited());
                yield ExitCodes.YES;
            }
        };
    }

    private void invited(Invited invited) {
        if (json) {
            output.json(Map.of(
                    "account",
                    invited.name().value(),
                    "invitation",
                    invited.code().written(),
                    "ends",
                    invited.ends().toString()));
            return;
        }
        output.command().getOut().println(invited.code().written());
        output.complaint(new Bilingual(
                "请把邀请码当面交给本人，在 /console/enrol 启用；%s 前有效，只显示这一次".formatted(invited.ends()),
                "hand this to the person, who takes the account at /console/enrol until %s; it is shown once"
                        .formatted(invited.ends())));
    }

    AccountName named(String name) {
        return AccountName.parse(name)
                .orElseThrow(() -> new ParameterException(
                        output.command(),
                        "'" + name + "': 2–40 位小写字母、数字、连字符 small letters, digits, hyphens, a letter first"));
    }
}
