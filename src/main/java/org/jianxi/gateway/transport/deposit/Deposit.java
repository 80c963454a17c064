package org.jianxi.gateway.transport.deposit;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jianxi.gateway.transport.deposit.RemoteFolder.Listing;
import org.jianxi.gateway.transport.deposit.RemoteFolder.RemoteFile;
import org.jianxi.gateway.transport.desk.GivenName;

/** A file on a source's server and the detached signature that lies beside it, {@code NAME.p7s}, where there is one. */
record Deposit(RemoteFile file, Optional<RemoteFile> signature) {

    static List<Deposit> in(Listing listing) {
        var byName = new TreeMap<String, RemoteFile>(String.CASE_INSENSITIVE_ORDER);
        listing.files().forEach(file -> byName.put(file.name().text(), file));
        return listing.files().stream()
                .filter(file -> !file.name().isSignature())
                .map(file -> new Deposit(
                        file, Optional.ofNullable(byName.get(file.name().text() + GivenName.SIGNATURE))))
                .toList();
    }

    /** What the listing says of both: a signature that comes later makes it another. */
    Optional<String> version() {
        var own = Long.toString(file.modified());
        return Optional.of(signature
                .map(one -> own + " " + one.size() + " " + one.modified())
                .orElse(own));
    }
}
