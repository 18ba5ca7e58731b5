/** What a browser shows beside the title of a page: a prompt. */
export const siteIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#2f5fd0"/>
<path d="M8 10l6 6-6 6" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M17 22h8" stroke="#fff" stroke-width="3" stroke-linecap="round"/>
</svg>
`;
