package org.jianxi.gateway.publishing.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.publishing.Listing;
import org.jianxi.gateway.signing.Sm3;

/**
 * One entry of a list that changed.
 *
 * @param content the digest of what stands from then on; empty where it stands no longer
 */
public record ListChange(String list, String listing, Optional<Digest> content) {

    private static final Comparator<ListChange> ORDER =
            Comparator.comparing(ListChange::list).thenComparing(ListChange::listing);

    /** What leads from the entries that stood, by their ids, to those that stand. */
    public static List<ListChange> between(String list, Map<String, Digest> before, List<Listing> standing) {
        var gone = new TreeMap<>(before);
        var changes = new ArrayList<ListChange>();
        for (var listing : standing) {
            var digest = Optional.of(listing.digest());
            if (!Optional.ofNullable(gone.remove(listing.id())).equals(digest)) {
                changes.add(new ListChange(list, listing.id(), digest));
            }
        }
        gone.keySet().forEach(id -> changes.add(new ListChange(list, id, Optional.empty())));
        return List.copyOf(changes);
    }

    /** Of them all, in whatever order they come. */
    public static Digest digest(List<ListChange> changes) {
        var sm3 = new Sm3();
        changes.stream().sorted(ORDER).map(ListChange::line).forEach(line -> sm3.update(line, 0, line.length));
        return sm3.finish();
    }

    private byte[] line() {
        var shown = content.map(Digest::hex).orElse("-");
        return "%s %s %s\n".formatted(list, listing, shown).getBytes(StandardCharsets.UTF_8);
    }
}
