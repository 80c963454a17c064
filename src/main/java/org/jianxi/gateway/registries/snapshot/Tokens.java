package org.jianxi.gateway.registries.snapshot;

import java.util.Optional;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.KeyedHash;
import org.jianxi.gateway.signing.PersonTokens;

/** Turns a number and a name into a token, under one key. For one thread. */
public final class Tokens {

    private final PersonTokens tokens;
    private final NameForms forms;

    /** Under the key of the gateway's own records, so that both find each other. */
    public Tokens(PersonTokens tokens, NameForms forms) {
        this.tokens = tokens;
        this.forms = forms;
    }

    public Tokens(KeyedHash hash, NameForms forms) {
        this(new PersonTokens(hash), forms);
    }

    /** Empty where no citizen's number is written. A blank name gets a token too, and it agrees with no name. */
    public Optional<Token> of(String idNumber, String name) {
        return IdNumber.read(idNumber).map(number -> token(number.citizen().number(), forms.comparable(name)));
    }

    private Token token(String number, String name) {
        return Token.of(tokens.ofNumber(number), tokens.ofName(number, name));
    }
}
