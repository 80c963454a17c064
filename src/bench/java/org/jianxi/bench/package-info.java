/** What the gateway costs, always beside something bare that does a like thing in the same run. How to run: docs/performance.md. */
@NullMarked
package org.jianxi.bench;

import org.jspecify.annotations.NullMarked;
