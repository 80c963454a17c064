package org.jianxi.gateway.registries.blind;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.files.TableFile;
import org.jianxi.gateway.registries.files.TableScan;
import org.jianxi.gateway.registries.identity.NameForms;
import org.jianxi.gateway.signing.BlindKey;

/**
 * Makes an extract into a snapshot that may be given away: {@code JXBLIND1}, how many categories and how long each is sealed (two
 * integers), the sealed categories, then 38 bytes for each different row.
 */
public record SnapshotMaker(NameForms forms, BlindKey key, SecureRandom random) {

    static final long MAGIC = 0x4A58424C494E4431L;

    /**
     * What became of an extract.
     *
     * @param rows of the extract
     * @param unusable of them without a citizen's number
     * @param entries of the snapshot: rows that say the same of one person are one
     */
    public record Made(long rows, long unusable, long entries) {}

    /** Throws what makes the extract's file or its categories unusable; then {@code target} may be half written. */
    public Made make(TableFile extract, Path target, int threads, ReadSoFar progress) throws IOException {
        var words = new WordKeys(random);
        var sinks = new ArrayList<Evaluated>();
        try (var gathered = Gathered.beside(target);
                var file = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), 1 << 16))) {
            new TableScan(extract, progress).read(threads, () -> {
                var sink = new Evaluated(key, forms, words, gathered, random);
                sinks.add(sink);
                return sink;
            });
            writeWords(file, words);
            var entries = gathered.writeTo(file, words);
            return new Made(
                    sinks.stream().mapToLong(Evaluated::rows).sum(),
                    sinks.stream().mapToLong(Evaluated::unusable).sum(),
                    entries);
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
    }

    private static void writeWords(DataOutputStream file, WordKeys words) throws IOException {
        var slot = words.slot();
        var sealed = words.sealed(slot);
        file.writeLong(MAGIC);
        file.writeInt(sealed.size());
        file.writeInt(slot);
        for (var one : sealed) {
            file.write(one);
        }
    }
}
