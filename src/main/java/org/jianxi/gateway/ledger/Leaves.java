package org.jianxi.gateway.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Digest;
import org.jianxi.gateway.signing.SaltedLeaf;
import org.jianxi.gateway.signing.SaltedLeaves;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The salted leaves of each submission's and each filed return's tree, so that one figure can be opened without the others.
 *
 * <p>A personal leaf has a last day; after it value and salt are erased and only the hash stays, so the root still stands.
 */
public final class Leaves {

    private final JdbcClient jdbc;

    public Leaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves that are nobody's personal data; they stay for ever. */
    public void add(String subject, SaltedLeaves tree) {
        add(subject, tree, Map.of());
    }

    /**
     * All of them in one statement: one by one they are most of the time that a receipt takes.
     *
     * @param personalUntil by path, the last day on which a personal leaf is kept
     */
    public void add(String subject, SaltedLeaves tree, Map<String, LocalDate> personalUntil) {
        jdbc.sql("""
                        insert into leaf (subject, number, path, value, salt, hash, personal_until)
                        select :subject, place - 1, path, value, salt, hash, until
                        from unnest(:paths, :values, :salts, :hashes, :until)
                            with ordinality as leaf (path, value, salt, hash, until, place)
                        """)
                .param("subject", subject)
                .param("paths", column(tree, SaltedLeaf::path, String[]::new))
                .param("values", column(tree, SaltedLeaf::value, String[]::new))
                .param("salts", column(tree, SaltedLeaf::salt, String[]::new))
                .param("hashes", column(tree, SaltedLeaf::hash, byte[][]::new))
                .param("until", until(tree, personalUntil))
                .update();
    }

    /** The whole tree; throws {@link IllegalStateException} where a leaf of it was erased. */
    public SaltedLeaves of(String subject) {
        return new SaltedLeaves(kept(subject).stream()
                .map(leaf -> leaf.open()
                        .orElseThrow(() -> new IllegalStateException(subject + " has erased leaves: " + leaf.path())))
                .toList());
    }

    /** Every leaf, erased or not, in the order of the tree. */
    public List<KeptLeaf> kept(String subject) {
        return jdbc.sql("select * from leaf where subject = :subject order by number")
                .param("subject", subject)
                .query(Leaves::read)
                .list();
    }

    /** Erases every personal leaf whose last day is before this one; what was erased, by subject. In the caller's transaction. */
    public Map<String, List<Integer>> eraseBefore(LocalDate day) {
        return jdbc
                .sql("""
                        update leaf set value = null, salt = null
                        where personal_until < :day and value is not null returning subject, number
                        """)
                .param("day", day)
                .query((row, number) -> new Erased(row.getString("subject"), row.getInt("number")))
                .list()
                .stream()
                .sorted(Comparator.comparingInt(Erased::number))
                .collect(Collectors.groupingBy(
                        Erased::subject, TreeMap::new, Collectors.mapping(Erased::number, Collectors.toList())));
    }

    private record Erased(String subject, int number) {}

    private static KeptLeaf read(ResultSet row, int place) throws SQLException {
        var path = row.getString("path");
        var salt = Optional.ofNullable(row.getString("salt"));
        var value = Optional.ofNullable(row.getString("value"));
        return new KeptLeaf(
                row.getInt("number"),
                path,
                Digest.of(row.getBytes("hash")),
                salt.flatMap(some -> value.map(text -> new SaltedLeaf(path, text, some))),
                Optional.ofNullable(row.getDate("personal_until")).map(Date::toLocalDate));
    }

    private static <T> T[] column(SaltedLeaves tree, Function<SaltedLeaf, T> part, IntFunction<T[]> array) {
        return tree.leaves().stream().map(part).toArray(array);
    }

    private static Date[] until(SaltedLeaves tree, Map<String, LocalDate> personalUntil) {
        return tree.leaves().stream()
                .map(leaf -> Optional.ofNullable(personalUntil.get(leaf.path()))
                        .map(Date::valueOf)
                        .orElse(null))
                .toArray(Date[]::new);
    }
}
