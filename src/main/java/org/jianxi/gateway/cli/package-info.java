/** People's edge at the terminal: one class for each command. */
@NullMarked
package org.jianxi.gateway.cli;

import org.jspecify.annotations.NullMarked;
