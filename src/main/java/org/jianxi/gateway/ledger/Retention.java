package org.jianxi.gateway.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.signing.CanonicalBytes;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.jianxi.gateway.signing.Sm3;

/** Which leaves are personal and until when, as an entry states it: nobody can make a figure erasable afterwards. */
public final class Retention {

    private Retention() {}

    /** SM3 over the last day of each personal leaf by its path, in hexadecimal; empty text where no leaf is personal. */
    public static String stated(Map<String, LocalDate> personalUntil) {
        if (personalUntil.isEmpty()) {
            return "";
        }
        var days = new TreeMap<String, String>();
        personalUntil.forEach((path, day) -> days.put(path, day.toString()));
        return Sm3.of(CanonicalBytes.of(days)).hex();
    }

    static String of(List<KeptLeaf> leaves) {
        var days = new TreeMap<String, LocalDate>();
        leaves.forEach(leaf -> leaf.personalUntil().ifPresent(day -> days.put(leaf.path(), day)));
        return stated(days);
    }

    /** What an entry says of a tree: its root, and which of its leaves may go when. */
    public static Map<String, String> facts(SaltedLeaves leaves, Map<String, LocalDate> personalUntil) {
        return Map.of("root", leaves.root().hex(), "retention", stated(personalUntil));
    }
}
