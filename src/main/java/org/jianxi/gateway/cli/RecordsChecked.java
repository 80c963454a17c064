package org.jianxi.gateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.mapping.MappingFile;
import org.jianxi.gateway.mapping.RecordSink;
import org.jianxi.gateway.mapping.clause.KnownTrainees;
import org.jianxi.gateway.validation.Delivered;

/**
 * Records of one delivery, checked offline: by the source's mapping, or in canonical form.
 *
 * @param folder of the source, whose areas count in either form
 */
record RecordsChecked(OfflineGateway gateway, Optional<Path> folder, Delivered delivered, PrintWriter progress) {

    private static final String TRAINEES = "trainees";

    /** What is wrong with a file of the dataset; empty when it is neither mapped nor canonical. */
    Optional<RecordsCounted> check(String dataset, Path file, KnownTrainees trainees) {
        var read = new RecordsCounted(progress);
        return read(dataset, file, trainees, read) ? Optional.of(read) : Optional.empty();
    }

    /** Throws {@link CannotBeDone} when the file holds no trainee that could be read. */
    KnownTrainees trainees(Path file) {
        var told = new ToldTrainees();
        if (!read(TRAINEES, file, KnownTrainees.NONE, told) || told.isEmpty()) {
            throw new CannotBeDone(new Bilingual(
                    "--trainees %s：没有读出一名见习人员；应为规范报文，或--mapping文件夹里有trainees.yaml".formatted(file),
                    "--trainees %s: not one trainee was read; it is canonical, or the folder of --mapping has trainees.yaml"
                            .formatted(file)));
        }
        return told;
    }

    private boolean read(String dataset, Path file, KnownTrainees trainees, RecordSink sink) {
        var mapping = folder.flatMap(own -> gateway.mapping(own, dataset)).filter(MappingFile::isOfRecords);
        if (mapping.isPresent()) {
            gateway.readRecords(
                    mapping.get(),
                    file,
                    gateway.context(file, delivered, folder).of(trainees),
                    sink);
            return true;
        }
        var batch = gateway.batch(dataset, InputFile.typeOf(file));
        batch.ifPresent(canonical -> gateway.readBatch(
                canonical, file, gateway.context(file, delivered, folder).of(trainees), sink));
        return batch.isPresent();
    }
}
