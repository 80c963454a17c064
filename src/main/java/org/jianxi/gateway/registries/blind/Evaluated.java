package org.jianxi.gateway.registries.blind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.jianxi.gateway.registries.files.LineSink;
import org.jianxi.gateway.registries.files.PlainBatch;
import org.jianxi.gateway.registries.identity.DisabilityCertificate;
import org.jianxi.gateway.registries.identity.IdNumber;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.BlindKey;
import org.jianxi.gateway.signing.PointHash;

/** One thread's rows of an extract, each under its person's key. */
final class Evaluated implements LineSink {

    private final BlindKey key;
    private final NameForms forms;
    private final WordKeys words;
    private final Gathered gathered;
    private final SecureRandom random;
    private final PointHash hash = new PointHash();
    private long rows;
    private long unusable;

    Evaluated(BlindKey key, NameForms forms, WordKeys words, Gathered gathered, SecureRandom random) {
        this.key = key;
        this.forms = forms;
        this.words = words;
        this.gathered = gathered;
        this.random = random;
    }

    @Override
    public void plain(PlainBatch lines) {
        for (var line = 0; line < lines.size(); line++) {
            row(0, lines.text(line, ID_NUMBER), lines.text(line, NAME), lines.text(line, CATEGORY));
        }
    }

    @Override
    public void row(long line, String idNumber, String name, String category) {
        rows++;
        var number = IdNumber.read(idNumber);
        if (number.isEmpty()) {
            unusable++;
            return;
        }
        var known = category.isBlank()
                ? number.get().certificate().map(DisabilityCertificate::words).orElse("")
                : category;
        try {
            add(number.get(), forms.comparable(name), known);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void add(IdNumber number, String name, String category) throws IOException {
        var evaluated = key.evaluate(hash, number.citizen().number());
        var person = PersonKey.of(number.citizen(), evaluated);
        var token = name.isEmpty() ? random.nextLong() : person.nameToken(name);
        gathered.add(person, token, words.number(category));
    }

    long rows() {
        return rows;
    }

    long unusable() {
        return unusable;
    }
}
