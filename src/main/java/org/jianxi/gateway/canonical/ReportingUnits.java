package org.jianxi.gateway.canonical;

import java.util.List;
import java.util.Optional;

/** All senders that owe a return, in the order the notice prints them (annex 1 of 云人社发〔2023〕18号). */
public record ReportingUnits(List<ReportingUnit> inOrder) {

    public ReportingUnits {
        inOrder = List.copyOf(inOrder);
        if (inOrder.stream().map(ReportingUnit::sender).distinct().count() != inOrder.size()) {
            throw new IllegalArgumentException("A sender is listed twice");
        }
    }

    public List<Sender> senders() {
        return inOrder.stream().map(ReportingUnit::sender).toList();
    }

    public boolean includes(Sender sender) {
        return senders().contains(sender);
    }

    public Optional<ReportingUnit> find(Sender sender) {
        return inOrder.stream().filter(unit -> unit.sender().equals(sender)).findFirst();
    }

    /** The printed name of a sender, or its bare code when it is none of ours. */
    public String nameOf(Sender sender) {
        return find(sender).map(ReportingUnit::name).orElse(sender.code());
    }
}
