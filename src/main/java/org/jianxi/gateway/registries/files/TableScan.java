package org.jianxi.gateway.registries.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a whole file past sinks, one for each thread, in memory that does not grow with it. The order of the lines is not kept. */
public final class TableScan {

    private final TableFile table;
    private final ReadSoFar progress;
    private final LineCounts counts = new LineCounts();

    /** @param progress told now and then how far it has come */
    public TableScan(TableFile table, ReadSoFar progress) {
        this.table = table;
        this.progress = progress;
    }

    /** Throws {@link FileRefused} at the first line that cannot be used. */
    public void read(int threads, Supplier<? extends LineSink> sinks) {
        if (table.plainFrom() < 0) {
            new QuotedRows(table, sinks.get()).all(progress);
            return;
        }
        try (var channel = FileChannel.open(table.file(), StandardOpenOption.READ);
                var workers = Executors.newFixedThreadPool(threads)) {
            var blocks = new Blocks(table, channel);
            await(started(workers, threads, blocks, sinks));
            if (blocks.quotedFrom() >= 0) {
                new QuotedRows(table, sinks.get()).from(blocks.quotedFrom(), 1 + counts.all(), progress);
            }
        } catch (IOException unreadable) {
            throw TableFile.unreadable(table.file());
        }
    }

    private List<Future<?>> started(
            ExecutorService workers, int threads, Blocks blocks, Supplier<? extends LineSink> sinks) {
        var started = new ArrayList<Future<?>>();
        for (var count = 0; count < threads; count++) {
            var lines = new PlainLines(table, sinks.get());
            started.add(workers.submit(() -> work(blocks, lines)));
        }
        return started;
    }

    /** A refused block ends the work of all; whoever has one before it reads that to its end, so that line numbers add up. */
    private @Nullable Void work(Blocks blocks, PlainLines lines) throws IOException {
        var buffer = new byte[Blocks.SIZE];
        while (!counts.isRefused()) {
            var block = blocks.next(buffer);
            if (block == null) {
                break;
            }
            try {
                counts.add(block.number(), lines.read(block));
            } catch (LineRefused refused) {
                counts.refuse(block.number(), refused);
            }
            progress.at(blocks.position(), counts.all());
        }
        return null;
    }

    private void await(List<Future<?>> started) throws IOException {
        for (var worker : started) {
            try {
                worker.get();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case null -> throw new IllegalStateException(failed);
                    case IOException unreadable -> throw unreadable;
                    case RuntimeException ours -> throw ours;
                    case Error fatal -> throw fatal;
                    default -> throw new IllegalStateException(failed);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopped);
            }
        }
        counts.refusal(table.file()).ifPresent(refused -> {
            throw refused;
        });
    }
}
