/** Files of records for work without a server: one dataset in each, read row by row against the dictionary. Pure. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "mapping :: table"})
@NullMarked
package org.jianxi.gateway.recordfiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
