package org.jianxi.gateway.transport.poll;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.intake.HttpsPoll;
import org.jianxi.gateway.intake.Source;

/**
 * Where one poll goes: the source file's own address and no other.
 *
 * @param period the month the address asks for; empty where it asks for none
 * @param sender whose return is asked for; empty where the content says
 */
record PollTarget(URI uri, String dataset, Optional<Period> period, Optional<Sender> sender) {

    private static final String PERIOD = "{period}";
    private static final String SENDER = "{sender}";
    private static final String DATASET = "{dataset}";

    /** One for each dataset and each sender where the address asks for them by name, else one for all. */
    static List<PollTarget> of(Source source, HttpsPoll poll, Period lastFullMonth) {
        var month = poll.url().contains(PERIOD) ? Optional.of(lastFullMonth) : Optional.<Period>empty();
        var url = poll.url().replace(PERIOD, lastFullMonth.toString());
        var all = source.datasets().keySet();
        Collection<String> datasets =
                url.contains(DATASET) ? all : List.of(all.iterator().next());
        var targets = new ArrayList<PollTarget>();
        for (var dataset : datasets) {
            var asked = url.replace(DATASET, dataset);
            if (asked.contains(SENDER)) {
                source.senders()
                        .forEach(sender -> targets.add(new PollTarget(
                                URI.create(asked.replace(SENDER, sender.code())),
                                dataset,
                                month,
                                Optional.of(sender))));
            } else {
                targets.add(new PollTarget(
                        URI.create(asked), dataset, month, poll.sender().or(source::onlySender)));
            }
        }
        return targets;
    }
}
