package org.jianxi.gateway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.commitment.Committing;
import org.jianxi.gateway.commitment.Committing.Committed;
import org.jianxi.gateway.commitment.RecordProof;
import org.jianxi.gateway.commitment.RestedOn;
import org.jianxi.gateway.commitment.Secret;
import org.jianxi.gateway.derivation.Definitions;
import org.jianxi.gateway.derivation.Derived;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.Sm3;
import picocli.CommandLine.Option;

/** What {@code derive} is asked of the records beside their figures: to commit to them, and to open one. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields before call()
final class CommitOptions {

    private static final Pattern LINE = Pattern.compile("([a-z]+)\\.csv:([0-9]{1,9})");

    @Option(
            names = "--commit",
            description =
                    "给出所计记录的承诺值，可随报表上报 · the commitment to the records that were counted, to be filed with the figures")
    private boolean commit;

    @Option(
            names = "--salt",
            paramLabel = "FILE",
            description =
                    "盐文件，由本单位保管，不得外传；没有则新建（默认为 DIR/commitment.salt）· the secret of the commitment, never to be given away; made when missing")
    private Optional<Path> salt;

    @Option(
            names = "--prove",
            paramLabel = "RECORD",
            description = "公开一条记录并给出证明，如 placements.csv:2 · open one record, named as by --trace, and write its proof")
    private Optional<String> proved;

    @Option(
            names = "--proof",
            paramLabel = "FILE",
            description = "证明写到哪里（默认为当前目录下 proof-placements-2.json）· where the proof is written")
    private Optional<Path> proof;

    boolean asked() {
        return commit || proved.isPresent();
    }

    /** Why a named record is none; empty where it is well written. */
    Optional<String> misnamed() {
        return proved.filter(name -> !LINE.matcher(name).matches())
                .map(name -> "--prove: 写作 write it as placements.csv:2");
    }

    /** @param form id of the edition */
    Committed of(Path home, Path records, Datasets datasets, String form, Counted counted) {
        var secret = secret(salt.orElse(records.resolve("commitment.salt")));
        var file = Definitions.fileOf(home, datasets, form).orElseThrow();
        var committing = new Committing(counted.sender(), counted.period(), form, Sm3.of(bytes(file)), secret);
        var committed =
                committing.of(records, datasets, counted.rested(), counted.derived(), proved.map(CommitOptions::path));
        proved.ifPresent(name -> write(
                name,
                committed
                        .proof()
                        .orElseThrow(() -> new CannotBeDone(
                                new Bilingual(name + "：没有指标计入该记录", name + ": no figure rests on such a record")))));
        return committed;
    }

    /** What was counted, and what it rests on. */
    record Counted(Sender sender, Period period, Derived derived, RestedOn rested) {}

    /** A record is opened against a commitment that was made before, so its secret is there. */
    private Secret secret(Path file) {
        return commit ? Secret.in(file, new SecureRandom()) : Secret.read(file);
    }

    private void write(String name, RecordProof opened) {
        var file = proof.orElse(Path.of("proof-" + name.replace(".csv:", "-") + ".json"));
        try {
            Secret.writeForOwner(file, (CanonicalBytes.text(opened.tree()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new CannotBeDone(new Bilingual("写不了 " + file, "Cannot write " + file + ": " + failed));
        }
    }

    /** The header is the first line, so the record of a line has the number before. */
    private static String path(String name) {
        var line = LINE.matcher(name);
        return line.matches() ? "/%s/%d".formatted(line.group(1), Long.parseLong(line.group(2)) - 1) : name;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new CannotBeDone(new Bilingual(file + "：读不出来", file + ": cannot be read"));
        }
    }
}
