package org.jianxi.gateway.registries.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.KeyedHash;

/** Turns a number and a name into a token, under one key. For one thread. */
public final class Tokens {

    private static final byte OF_NUMBER = 1;
    private static final byte OF_NAME = 2;
    private static final int NAME_AT = Short.BYTES;

    private final KeyedHash hash;
    private final NameForms forms;

    public Tokens(KeyedHash hash, NameForms forms) {
        this.hash = hash;
        this.forms = forms;
    }

    /** Empty where no citizen's number is written. A blank name gets a token too, and it agrees with no name. */
    public Optional<Token> of(String idNumber, String name) {
        return IdNumber.read(idNumber).map(number -> token(number.citizen().number(), forms.comparable(name)));
    }

    private Token token(String number, String name) {
        var ofNumber = ByteBuffer.wrap(hash.of(message(OF_NUMBER, number)));
        var ofName = ByteBuffer.wrap(hash.of(message(OF_NAME, number + name)));
        return new Token(ofNumber.getLong(), ofNumber.getLong(), ofName.getLong(NAME_AT) & Token.NAME_BITS);
    }

    /** A number has 18 characters always, so number and name cannot run into one another. */
    private static byte[] message(byte kind, String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + utf8.length).put(kind).put(utf8).array();
    }
}
