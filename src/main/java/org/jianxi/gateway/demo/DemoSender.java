package org.jianxi.gateway.demo;

import org.jianxi.gateway.canonical.Figures;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.canonical.SourceId;
import org.jianxi.gateway.intake.Entrance;

/** One simulated sender: who, through which system and door, with which figures this month. */
record DemoSender(ReportingUnit unit, SourceId source, Entrance entrance, Figures figures) {

    Sender sender() {
        return unit.sender();
    }

    String code() {
        return unit.sender().code();
    }
}
