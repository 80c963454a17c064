package org.jianxi.gateway.intake;

import java.util.Set;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;

/** What the keys issued today allow, asked by the name of their holder: for what was delivered before and is read now. */
public interface Rights {

    /** Whom the holder's keys may speak for at this source; empty when none of them may deliver there any more. */
    Set<Sender> of(String holder, SourceId source);
}
