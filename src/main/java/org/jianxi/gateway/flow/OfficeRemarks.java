package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.filing.LateExceptions;
import org.jianxi.gateway.filing.LateExceptions.LateException;
import org.jianxi.gateway.filing.ReturnedSubmissions;
import org.jianxi.gateway.filing.ReturnedSubmissions.SentBack;

/** What the office has to say of each unit's return beside how it stands; it changes no state. */
public record OfficeRemarks(ReturnedSubmissions returned, LateExceptions exceptions) {

    /** Of one month. */
    public Remarked of(Period period) {
        var open = returned.of(period).stream()
                .filter(SentBack::isOpen)
                .collect(Collectors.toMap(one -> one.act().sender(), one -> one));
        var excepted = exceptions.of(period).stream().collect(Collectors.toMap(LateException::sender, one -> one));
        return new Remarked(open, excepted);
    }

    /**
     * @param returned the open one of each unit that has one
     * @param exceptions the newest of each unit that has one
     */
    public record Remarked(Map<Sender, SentBack> returned, Map<Sender, LateException> exceptions) {

        public Remarked {
            returned = Map.copyOf(returned);
            exceptions = Map.copyOf(exceptions);
        }

        public Optional<SentBack> returned(Sender sender) {
            return Optional.ofNullable(returned.get(sender));
        }

        public Optional<LateException> exception(Sender sender) {
            return Optional.ofNullable(exceptions.get(sender));
        }
    }
}
