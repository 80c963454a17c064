/** Reported figures against those that follow from the records, and what explains where they differ. Pure. */
@ApplicationModule(allowedDependencies = {"canonical"})
@NullMarked
package org.jianxi.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
