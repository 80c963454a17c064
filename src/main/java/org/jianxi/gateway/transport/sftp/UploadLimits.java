package org.jianxi.gateway.transport.sftp;

import java.util.function.ToLongFunction;
import org.jianxi.gateway.intake.Account;
import org.jianxi.gateway.intake.Accounts;
import org.jianxi.gateway.intake.Source;
import org.jianxi.gateway.intake.SourceRegister;

/** The largest file an account may put: what its source may deliver, nothing where it has none or its door is shut. */
public record UploadLimits(Accounts accounts, SourceRegister sources) implements ToLongFunction<String> {

    @Override
    public long applyAsLong(String login) {
        return accounts.account(login)
                .map(Account::source)
                .flatMap(sources::find)
                .filter(Source::active)
                .map(Source::mostBytes)
                .orElse(0L);
    }
}
