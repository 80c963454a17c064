package org.jianxi.gateway.console.people;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianxi.gateway.accounts.ConsoleAccount;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.Role;

/**
 * The accounts and the keys side by side; of a key its holder alone.
 *
 * @param keys by name
 * @param units to choose a reporter's from, in the notice's order
 */
public record PeoplePage(List<Row> accounts, List<Key> keys, List<Role> roles, List<Unit> units) {

    public PeoplePage {
        accounts = List.copyOf(accounts);
        keys = List.copyOf(keys);
        roles = List.copyOf(roles);
        units = List.copyOf(units);
    }

    /**
     * @param areas codes and names
     * @param own the reader's, which somebody else has to change
     */
    public record Row(ConsoleAccount account, List<Role> roles, List<Unit> areas, boolean own) {

        public boolean has(Role role) {
            return roles.contains(role);
        }

        public boolean reads(Unit unit) {
            return areas.contains(unit);
        }
    }

    public record Key(String name, List<Role> roles, String source, List<Unit> areas) {}

    public record Unit(String code, String name) {}

    static PeoplePage of(List<ConsoleAccount> accounts, List<Caller> holders, ReportingUnits units, Caller reader) {
        return new PeoplePage(
                accounts.stream()
                        .map(one -> new Row(
                                one,
                                inOrder(one.duties().roles()),
                                named(one.duties().areas(), units),
                                one.name().value().equals(reader.name())))
                        .toList(),
                holders.stream()
                        .sorted(Comparator.comparing(Caller::name))
                        .map(one -> new Key(
                                one.name(),
                                inOrder(one.roles()),
                                one.source().map(Object::toString).orElse(""),
                                named(one.senders(), units)))
                        .toList(),
                EnumSet.complementOf(EnumSet.of(Role.SENDER)).stream().toList(),
                units.senders().stream().map(one -> unit(one, units)).toList());
    }

    private static List<Role> inOrder(Set<Role> roles) {
        return roles.stream().sorted().toList();
    }

    private static List<Unit> named(Set<Sender> senders, ReportingUnits units) {
        return senders.stream().sorted().map(one -> unit(one, units)).collect(Collectors.toList());
    }

    private static Unit unit(Sender sender, ReportingUnits units) {
        return new Unit(sender.code(), units.nameOf(sender));
    }
}
