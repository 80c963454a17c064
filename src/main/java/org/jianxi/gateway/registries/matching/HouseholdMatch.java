package org.jianxi.gateway.registries.matching;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.registries.files.ReadSoFar;
import org.jianxi.gateway.registries.files.TableFile;

/**
 * People compared with an extract of one row a household: every member's columns are a registry of their own, and the person may be
 * any of them. Members that are not there have blank columns; these count as unusable rows.
 */
public record HouseholdMatch(List<Member> members) {

    /** What the columns of one member came to. */
    public record Member(MemberColumns columns, RegistryMatch match) {}

    public HouseholdMatch {
        members = List.copyOf(members);
    }

    /** Reads the extract once for each member. */
    public static HouseholdMatch of(
            Path file, List<MemberColumns> members, String category, People people, int threads) {
        ReadSoFar unheard = (bytes, rows) -> {};
        return new HouseholdMatch(members.stream()
                .map(columns -> new Member(
                        columns,
                        RegistryMatch.of(
                                columns.role(),
                                TableFile.open(file, columns.with(category)),
                                people,
                                threads,
                                unheard)))
                .toList());
    }

    /** The best of what the members came to: a hit anywhere is one. */
    public MatchResult result(int row) {
        return asMember(row)
                .map(member -> member.match().outcomes().result(row))
                .orElseGet(() -> members.getFirst().match().outcomes().result(row));
    }

    /** As whom the person stands in the registry, a hit before another name; empty when not at all. */
    public Optional<Member> asMember(int row) {
        return with(row, MatchResult.HIT).or(() -> with(row, MatchResult.NAME_MISMATCH));
    }

    private Optional<Member> with(int row, MatchResult result) {
        return members.stream()
                .filter(member -> member.match().outcomes().result(row) == result)
                .findFirst();
    }
}
