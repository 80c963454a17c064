/** The words everything else is said in: periods, senders, figures, findings, receipts. Knows no library. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jianxi.gateway.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
