/** The office's pages: a month at a glance, the province's return and where each of its figures comes from. */
@NullMarked
package org.jianxi.gateway.console.office;

import org.jspecify.annotations.NullMarked;
