import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { causeOf, jobName } from './job-words.ts';

describe('access: failed jobs in plain words', () => {
  it('names what was to be done in the words of the room, and what no room does any more', () => {
    const jobs = [{ name: 'mau.nghe', does: { vi: 'Nghe mẫu', en: 'Hear a sample' } }];
    assert.equal(jobName(jobs, 'mau.nghe').vi, 'Nghe mẫu');
    assert.equal(jobName(jobs, 'mau.cu').vi, 'Việc khác của hệ thống');
  });

  it('tells a silent system, a full disk and a stopped worker from a fault of the program', () => {
    assert.match(causeOf('The virus scanner does not answer.').vi, /không trả lời/);
    assert.match(causeOf('connect ECONNREFUSED 10.0.0.1:25').vi, /không trả lời/);
    assert.match(causeOf('ENOSPC: no space left on device').vi, /Ổ đĩa đầy/);
    assert.match(causeOf('job heartbeat timeout').vi, /không trả lời|dừng giữa chừng/);
    assert.match(causeOf("Cannot read properties of undefined (reading 'x')").vi, /gặp lỗi/);
  });
});
