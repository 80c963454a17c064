package org.jianxi.gateway.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jianxi.gateway.canonical.Sender;
import org.junit.jupiter.api.Test;

/** What must be told to whoever holds a list, so that in the end it holds what stands. */
class ChangeTest {

    @Property
    void whoeverIsToldEveryChangeHoldsExactlyWhatStands(
            @ForAll List<@IntRange(min = 0, max = 9) Integer> before,
            @ForAll List<@IntRange(min = 0, max = 9) Integer> after,
            @ForAll @IntRange(max = 3) int edited) {
        var held = listings(before, 0);
        var standing = listings(after, edited);
        var told = new LinkedHashMap<String, Listing>();
        held.forEach(one -> told.put(one.id(), one));

        for (var change : Change.between(heldOf(held), standing)) {
            switch (change) {
                case Change.Add add ->
                    assertThat(told.put(add.id(), add.listing())).isNull();
                case Change.Update update ->
                    assertThat(told.put(update.id(), update.listing())).isNotNull();
                case Change.Withdraw gone -> assertThat(told.remove(gone.id())).isNotNull();
            }
        }

        assertThat(told.values()).containsExactlyInAnyOrderElementsOf(standing);
        assertThat(Change.between(heldOf(new ArrayList<>(told.values())), standing))
                .isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsSentAgainAndTakenBackIfItStandsNoLonger() {
        var unsure = new Held(ListKind.POSTS, "1", Optional.empty());
        var one = listing(1, 0);

        assertThat(Change.between(List.of(unsure), List.of(one))).containsExactly(new Change.Update(one));
        assertThat(Change.between(List.of(unsure), List.of()))
                .containsExactly(new Change.Withdraw(ListKind.POSTS, "1"));
    }

    @Test
    void theSameIdInAnotherListIsAnotherEntry() {
        var unit = new Held(ListKind.UNITS, "1", Optional.of(listing(1, 0).digest()));

        assertThat(Change.between(List.of(unit), List.of(listing(1, 0))))
                .containsExactly(new Change.Withdraw(ListKind.UNITS, "1"), new Change.Add(listing(1, 0)));
    }

    private static List<Held> heldOf(List<Listing> listings) {
        return listings.stream()
                .map(one -> new Held(one.list(), one.id(), Optional.of(one.digest())))
                .toList();
    }

    private static List<Listing> listings(List<Integer> ids, int edited) {
        return ids.stream()
                .distinct()
                .map(id -> listing(id, id % 4 < edited ? 1 : 0))
                .toList();
    }

    private static Listing listing(int id, int version) {
        return new Listing(
                ListKind.POSTS,
                Integer.toString(id),
                new Sender("530100"),
                Map.of("title", "岗位" + version),
                Published.SINCE);
    }
}
