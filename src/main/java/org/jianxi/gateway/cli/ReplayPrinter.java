package org.jianxi.gateway.cli;

import org.jianxi.gateway.flow.ReplayCandidate;
import org.jianxi.gateway.flow.ReplayReport;
import org.jianxi.gateway.flow.ReplaySummary;

/** A replay's report as it is printed while it is made. */
interface ReplayPrinter extends ReplayReport {

    /** Says how it ended; the last thing that is printed. */
    void end(ReplayCandidate tried, ReplaySummary summary);
}
