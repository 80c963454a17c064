package org.jianxi.gateway.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** What somebody who holds a list must be told. */
public sealed interface Change {

    ListKind list();

    String id();

    /** They hold nothing of it. */
    record Add(Listing listing) implements Change {
        @Override
        public ListKind list() {
            return listing.list();
        }

        @Override
        public String id() {
            return listing.id();
        }
    }

    /** They hold, or may hold, something else. */
    record Update(Listing listing) implements Change {
        @Override
        public ListKind list() {
            return listing.list();
        }

        @Override
        public String id() {
            return listing.id();
        }
    }

    /** They hold, or may hold, what stands no longer. */
    record Withdraw(ListKind list, String id) implements Change {}

    /** Between what somebody holds and what stands, withdrawals first. */
    static List<Change> between(Collection<Held> held, Collection<Listing> standing) {
        record Key(ListKind list, String id) {}
        var before = new HashMap<Key, Held>();
        held.forEach(one -> before.put(new Key(one.list(), one.id()), one));
        var told = new ArrayList<Change>();
        for (var listing : standing) {
            var known = before.remove(new Key(listing.list(), listing.id()));
            if (known == null) {
                told.add(new Add(listing));
            } else if (!known.content().equals(java.util.Optional.of(listing.digest()))) {
                told.add(new Update(listing));
            }
        }
        var changes = new ArrayList<Change>();
        before.keySet().forEach(key -> changes.add(new Withdraw(key.list(), key.id())));
        changes.addAll(told);
        return List.copyOf(changes);
    }
}
