package org.jianxi.gateway.flow.people;

import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.canonical.Delivers;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.Sender;

/**
 * A batch as it came, and what is known beside it.
 *
 * @param sender the one it was brought for; empty where only the content can say
 * @param areas division codes that its records may speak of; none: any
 * @param setsAside whether good records stand without the bad ones
 * @param delivers what it says about the records that stand
 */
public record BatchPaper(
        String dataset,
        byte[] content,
        MediaType type,
        Optional<Sender> sender,
        Optional<Period> period,
        List<String> areas,
        boolean setsAside,
        Delivers delivers) {

    public BatchPaper {
        areas = List.copyOf(areas);
    }
}
