/** Where Camel ends: the routes and their reloading, and one bean for each kind of door. */
@ApplicationModule(
        allowedDependencies = {
            "canonical",
            "calendar",
            "documents",
            "signing",
            "intake",
            "filing",
            "flow",
            "flow :: crossmatch",
            "flow :: derived",
            "flow :: extracts",
            "flow :: hardship",
            "flow :: inquiries",
            "flow :: publishing",
            "flow :: reminders",
            "notices",
            "outgoing",
            "publishing :: platform",
            "pulling",
            "registries :: extracts",
            "registries :: run"
        })
@NullMarked
package org.jianxi.gateway.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
