package org.jianxi.gateway.registries.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jianxi.gateway.registries.matching.MatchResult;
import org.jianxi.gateway.registries.matching.Outcomes;

/**
 * People matched with a snapshot. Many people: the whole snapshot streams past them, each thread its own stretch. Few: only the buckets
 * where one of them could be are read. Both find the same.
 */
public record SnapshotMatch(Snapshot snapshot, TokenPeople people) {

    private static final int PIECE = 16_384 * Layout.ENTRY;

    /** Below one person for so many entries, looking each up reads less than streaming all. */
    private static final int ENTRIES_A_PERSON = 1000;

    public Outcomes run(int threads) throws IOException {
        var outcomes = new Outcomes(people.size(), people.keys());
        find(threads, outcomes::found);
        return outcomes;
    }

    /** Tells of each entry that has the number of one of the people, in no order; from several threads where there are several. */
    public void find(int threads, EntrySink entries) throws IOException {
        var isFew = (long) people.keys().size() * ENTRIES_A_PERSON < snapshot.count();
        var work = new ArrayList<Callable<Void>>();
        var directory = isFew ? snapshot.directory() : null;
        for (var part = 0; part < threads; part++) {
            var share = new Share(part, threads);
            work.add(() -> {
                if (directory == null) {
                    stream(share, entries);
                } else {
                    seek(share, directory, entries);
                }
                return null;
            });
        }
        await(work, threads);
    }

    /** One thread's part of something counted. */
    private record Share(int part, int of) {

        long from(long count) {
            return count * part / of;
        }

        long to(long count) {
            return count * (part + 1) / of;
        }
    }

    private void stream(Share share, EntrySink entries) throws IOException {
        var piece = ByteBuffer.allocateDirect(PIECE);
        var end = share.to(snapshot.count());
        for (var at = share.from(snapshot.count()); at < end; at += piece.limit() / Layout.ENTRY) {
            snapshot.entries(at, end, piece);
            compare(piece, entries);
        }
    }

    private void compare(ByteBuffer piece, EntrySink entries) {
        var keys = people.keys();
        for (var entry = 0; entry < piece.limit(); entry += Layout.ENTRY) {
            var key = piece.getLong(entry);
            if (keys.mayHave(key)) {
                var at = keys.find(key);
                if (at >= 0) {
                    found(at, piece.getLong(entry + Layout.SECOND), piece.getLong(entry + Layout.NAME), entries);
                }
            }
        }
    }

    private void found(int first, long second, long nameAndCategory, EntrySink entries) {
        var keys = people.keys();
        var key = keys.key(first);
        for (var at = first; keys.isKey(at, key); at++) {
            var row = keys.row(at);
            if (people.isSecond(row, second)) {
                var isNamed = people.isNamed(row, nameAndCategory >>> Layout.CATEGORY_BITS);
                entries.found(
                        row,
                        isNamed ? MatchResult.HIT : MatchResult.NAME_MISMATCH,
                        snapshot.category((int) nameAndCategory & Layout.CATEGORY_MASK));
            }
        }
    }

    private void seek(Share share, Directory directory, EntrySink entries) throws IOException {
        var keys = people.keys();
        var piece = ByteBuffer.allocateDirect(PIECE);
        for (var at = (int) share.from(keys.size()); at < share.to(keys.size()); at++) {
            var key = keys.key(at);
            var end = directory.end(key);
            for (var entry = directory.first(key); entry < end; entry += piece.limit() / Layout.ENTRY) {
                snapshot.entries(entry, end, piece);
                compareWith(key, piece, entries);
            }
        }
    }

    private void compareWith(long key, ByteBuffer piece, EntrySink entries) {
        for (var entry = 0; entry < piece.limit(); entry += Layout.ENTRY) {
            if (piece.getLong(entry) == key) {
                var second = piece.getLong(entry + Layout.SECOND);
                found(people.keys().find(key), second, piece.getLong(entry + Layout.NAME), entries);
            }
        }
    }

    private static void await(ArrayList<Callable<Void>> work, int threads) throws IOException {
        try (var workers = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
