/** The return's figures from the records behind them, by definitions that are data. Pure; the last section of the form's rules. */
@ApplicationModule(allowedDependencies = {"canonical", "documents", "forms", "recordfiles"})
@NullMarked
package org.jianxi.gateway.derivation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
